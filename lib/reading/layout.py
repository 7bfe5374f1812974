"""What each paragraph of an article is, for whoever shows articles; the rules stand in `lib.language.layout`."""

from lib.language.layout import Kind, Paragraph, paragraph_kinds

__all__ = ["Kind", "Paragraph", "paragraph_kinds"]
