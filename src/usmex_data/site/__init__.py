"""The site: a page for each source with its claims marked, notebooks, tables, and what one needs to know of them."""

from __future__ import annotations

from usmex_data.site.render import SiteReport, build

__all__ = ["SiteReport", "build"]
