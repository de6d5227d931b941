"""The cookie that holds a session's token: no script reads it, no other site's form sends it."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response


@dataclass(frozen=True)
class SessionCookie:
    """The cookie by its name. `secure`: browsers reach the dashboard by https, and send it by nothing else."""

    name: str
    secure: bool

    def token(self, request: Request) -> str | None:
        """Return the token that came along, whoever made it."""
        return request.cookies.get(self.name)

    def give(self, answer: Response, token: str) -> Response:
        """Return the answer with the token for the browser to keep until it is closed."""
        answer.set_cookie(self.name, token, path="/", secure=self.secure, httponly=True, samesite="lax")
        return answer

    def take_back(self, answer: Response) -> Response:
        """Return the answer with word to forget the token."""
        answer.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="lax")
        return answer
