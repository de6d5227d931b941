"""The platforms that may be named on a page. The list of the policy stays open (P3, P11), but what is typed in is free
text, and could be anything: only names that are known to be a platform's are said."""

NAMES = (
    *("Facebook", "Messenger", "X (Twitter)", "Instagram", "WhatsApp", "Snapchat", "Tumblr", "TikTok", "LinkedIn"),
    *("YouTube", "Reddit", "Telegram", "Signal", "Discord", "Nextdoor", "Pinterest", "Threads", "Bluesky", "Mastodon"),
    *("Twitch", "BeReal", "Flickr", "Forum", "Message board", "Blog", "Website"),
)
ANOTHER = "Another platform"
_KNOWN = {name.casefold(): name for name in NAMES} | {"x": "X (Twitter)", "twitter": "X (Twitter)"}


def platform_name(typed: str | None) -> str | None:
    """Return the name of a platform as it is known, "Another platform" for any other text, nothing for none."""
    if typed is None or not typed.strip():
        return None
    return _KNOWN.get(typed.strip().casefold(), ANOTHER)
