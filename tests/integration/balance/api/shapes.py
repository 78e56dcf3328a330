"""The shape of every error."""

from typing import Any


def is_error(response: Any, status: int = 400) -> bool:
    """Return whether the answer is an error of the status, in the one shape."""
    body = response.json()
    return (
        response.status_code == status
        and list(body) == ["error", "detail", "fields"]
        and isinstance(body["error"], str)
        and isinstance(body["detail"], str)
        and all(isinstance(sentence, str) for sentence in body["fields"].values())
    )
