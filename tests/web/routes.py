"""The routes of the application with whom each lets in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from dateline.model.people import Role


@dataclass(frozen=True)
class Asked:
    """A route with its whole path."""

    path: str
    methods: frozenset[str]
    role: Role | None


def routes_of(app: FastAPI) -> list[Asked]:
    """Return every route, those of routers included."""
    return list(_flat(app.routes, ""))


def _flat(routes: Sequence[object], prefix: str) -> Iterator[Asked]:
    for route in routes:
        if isinstance(route, APIRoute):
            yield Asked(prefix + route.path, frozenset(route.methods), _role(route.dependant))
        elif hasattr(route, "original_router"):  # FastAPI from 0.160 on keeps routers whole
            context = route.include_context
            yield from _flat(route.original_router.routes, prefix + context.prefix)


def _role(dependant: Dependant) -> Role | None:
    for inner in dependant.dependencies:
        role = getattr(inner.call, "role", None) or _role(inner)
        if role is not None:
            return Role(role)
    return None
