"""How the API describes itself: OpenAPI 3.1, made of the routes' own types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, OpenAPIType, Schema, SecurityScheme
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from esmero import __version__
from esmero.settings import Settings
from esmero.web.auth import cookie_name

if TYPE_CHECKING:
    from litestar._openapi.schema_generation import SchemaCreator

FOR_ANYBODY: list[dict[str, list[str]]] = [{}]
"""The `security` of a route that asks nobody who they are."""


class Tuples(OpenAPISchemaPlugin):
    """Describes tuples as JSON has them: `tuple[int, ...]` is a list of numbers, `tuple[int, int]` a list of two."""

    @staticmethod
    def is_plugin_supported_field(field_definition: FieldDefinition) -> bool:
        return field_definition.origin is tuple

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: SchemaCreator) -> Schema:
        inner = [one for one in field_definition.inner_types if one.annotation is not Ellipsis]
        items: Any = schema_creator.for_field_definition(inner[0])
        schema = Schema(type=OpenAPIType.ARRAY, items=items)
        if len(inner) == len(field_definition.inner_types):
            # All our pairs are of one kind.
            schema.min_items = schema.max_items = len(inner)
        return schema


def description(settings: Settings) -> OpenAPIConfig:
    """Return how `/api/openapi.json` introduces itself."""
    schemes: Any = {
        "session": SecurityScheme(type="apiKey", name=cookie_name(settings), security_scheme_in="cookie"),
        "token": SecurityScheme(type="http", scheme="bearer"),
    }
    return OpenAPIConfig(
        title="Esmero",
        version=__version__,
        description="What the console itself uses. docs/protocol.md tells the rules that hold for every call.",
        path="/api",
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        components=Components(security_schemes=schemes),
        security=[{"session": []}, {"token": []}],
        use_handler_docstrings=True,
    )
