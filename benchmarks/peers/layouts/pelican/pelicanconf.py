"""Settings for Pelican: lists in pages of fifty, feeds of forty, nothing that an archive lacks."""

SITENAME = "An archive of statements"
SITEURL = "https://archive.example"
PATH = "content"
OUTPUT_PATH = "public"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "theme"
THEME_STATIC_DIR = ""
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["neighbours"]
# Its default extensions cost as much again, and plain paragraphs need none.
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "output_format": "html5"}

USE_FOLDER_AS_CATEGORY = False
SLUGIFY_SOURCE = "basename"
ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
AUTHOR_URL = "people/{slug}/"
AUTHOR_SAVE_AS = "people/{slug}/index.html"
AUTHORS_SAVE_AS = "people/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
TAGS_SAVE_AS = "tags/index.html"
CATEGORY_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
ARCHIVES_SAVE_AS = "timeline/index.html"
YEAR_ARCHIVE_URL = "timeline/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "timeline/{date:%Y}/index.html"
MONTH_ARCHIVE_URL = "timeline/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = "timeline/{date:%Y}/{date:%m}/index.html"
DIRECT_TEMPLATES = ["index", "tags", "authors", "archives"]
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"tag": None, "author": None, "period_archives": None}

FEED_MAX_ITEMS = 40
FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "tags/{slug}/feed.xml"
AUTHOR_FEED_ATOM = "people/{slug}/feed.xml"
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_RSS = None
