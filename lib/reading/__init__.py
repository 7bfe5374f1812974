"""Files, folders, uploads and pages to articles."""
