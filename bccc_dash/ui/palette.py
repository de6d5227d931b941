"""The colours of the two themes, the icons of the statuses, and the style sheet made of them."""

from urllib.parse import quote

LIGHT = {
    "paper": "#FBFAF7",
    "band": "#F1EEE6",
    "rule": "#CFC8B9",
    "ink": "#1D2A33",
    "muted": "#495762",
    "link": "#1C4F73",
    "calm": "#41708F",
    "late": "#B5401C",
    "none": "#6A747D",
    "late_wash": "#FBE9E2",
    "act_fg": "#8E2A12",
    "watch_fg": "#6B4700",
    "watch_bg": "#FCF1D8",
    "fine_fg": "#1C5846",
    "fine_bg": "#E4F0EA",
    "none_fg": "#495762",
    "none_bg": "#ECEEEF",
    "todo_fg": "#495762",
}
DARK = {
    "paper": "#14191D",
    "band": "#1F272D",
    "rule": "#414C55",
    "ink": "#ECE8DF",
    "muted": "#B6BEC4",
    "link": "#A3C9E4",
    "calm": "#7FB0D0",
    "late": "#F0906A",
    "none": "#9AA4AC",
    "late_wash": "#2F1E19",
    "act_fg": "#FFC3AB",
    "watch_fg": "#F4D58D",
    "watch_bg": "#3B2F12",
    "fine_fg": "#A9DCC6",
    "fine_bg": "#17352B",
    "none_fg": "#CBD2D8",
    "none_bg": "#2A3238",
    "todo_fg": "#CBD2D8",
}

# The icons differ in outline, so that they survive a grey printer.
ICONS = {
    "act": "M12 1.5 23.5 22H.5ZM10.9 8.5v6.6h2.2V8.5Zm0 8.4v2.3h2.2v-2.3Z",
    "watch": "M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21ZM10.8 5.5h2.3v6l4.3 2.5-1.1 2-5.5-3.2Z",
    "fine": "M2 2h20v20H2Zm8.4 15.9 8.4-8.4-1.8-1.8-6.6 6.6-3.4-3.4-1.8 1.8Z",
    "none": "M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21Zm0 2.3a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4Z"
    "M7.5 10.8h9v2.4h-9Z",
    "todo": "M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21Zm0 2.8a7.7 7.7 0 1 1 0 15.4 7.7 7.7 0 0 1 0-15.4Z",
}


def style(tokens: dict[str, str], sheet: str) -> str:
    """Return the style sheet with the colours of one palette."""
    variables = "".join(f"--{name.replace('_', '-')}:{colour};" for name, colour in tokens.items())
    icons = "".join(_icon(kind, tokens) for kind in ICONS)
    return f"<style>:root{{{variables}}}{icons}{sheet}</style>"


def _icon(kind: str, tokens: dict[str, str]) -> str:
    """Only "Act now" is solid, so that it stands out in grey too."""
    solid = kind == "act"
    ink = tokens["paper"] if solid else tokens[f"{kind}_fg"]
    ground = tokens["act_fg"] if solid else tokens.get(f"{kind}_bg", tokens["paper"])
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' width='16' height='16'>"
        f"<path fill='{ink}' fill-rule='evenodd' d='{ICONS[kind]}'/></svg>"
    )
    return (
        f".chip.{kind}{{color:{ink};background-color:{ground};border-color:{tokens[f'{kind}_fg']};"
        f'background-image:url("data:image/svg+xml,{quote(svg)}")}}'
    )
