"""All settings, from the environment. What is not set is safe; .env.example lists every name."""

from pathlib import Path

import pghistory
from csp.constants import NONE, SELF

from config import broker, database, env

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = env.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
DEBUG = env.flag("DEBUG", default=False)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

# --- applications ---
INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "balance.apps.BalanceConfig",
    "articles.apps.ArticlesConfig",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "csp",
    "pgtrigger",
    "pghistory",
    "django_celery_beat",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.BusyMiddleware",
    "config.middleware.AdminMethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "articles.admin.unsent.UnsentMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- database ---
_DATABASE_URL = env.text("DATABASE_URL")
DATABASES = {
    "default": database.connection(
        _DATABASE_URL,
        pool_size=env.number("DB_POOL_SIZE", 0, minimum=0, maximum=500),
        pool_wait=env.number("DB_POOL_WAIT", 5, minimum=1),
        statement_timeout=env.number("DB_STATEMENT_TIMEOUT", 0, minimum=0),
        lock_timeout=env.number("DB_LOCK_TIMEOUT", 0, minimum=0),
    ),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- history: who changed which row, when, and what it was before ---
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)
# The time of the change itself, not of its transaction's start: "as known on" relies on it.
PGHISTORY_CREATED_AT_FUNCTION = "CLOCK_TIMESTAMP()"
# Reads change nothing, and should not look up a session to say who did not change it.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# --- cache ---
_CACHE_URL = env.url("CACHE_URL", "", ("redis", "rediss"))
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": _CACHE_URL,
    }
    if _CACHE_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

# --- language and time ---
LANGUAGE_CODE = "en-gb"
# In their own words, in the order of the switcher; the first keeps addresses without a prefix.
LANGUAGES = [
    ("en-gb", "English"),
    ("az", "Azərbaycanca"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- files ---
STATIC_URL = "/static/"
STATIC_ROOT = env.text("STATIC_ROOT", str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": env.text("STATIC_BACKEND", "config.static.ManifestStorage")},
}
MEDIA_URL = "/media/"
MEDIA_ROOT = env.text("MEDIA_ROOT", str(BASE_DIR / "media"))

# --- signing in ---
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # Whoever asked for an address elsewhere.
# Editors propose and draft; publishers, other people, confirm and publish.
TWO_PAIRS_OF_EYES = env.flag("TWO_PAIRS_OF_EYES", default=False)

# --- security; HTTPS=0 is for a laptop only ---
_HTTPS = env.flag("HTTPS", default=True)
SECURE_SSL_REDIRECT = _HTTPS
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 31_536_000, minimum=0) if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _HTTPS
SECURE_HSTS_PRELOAD = _HTTPS
SESSION_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "articles.admin.unsent.csrf_failure"
SESSION_COOKIE_AGE = env.number("SESSION_HOURS", 24 * 14, minimum=1) * 3600
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
# Only a proxy of ours, which overwrites the header, may say that the reader came by HTTPS.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0, minimum=0, maximum=5)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # A dashboard with many panels is one long form.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    },
}

# --- API ---
API_RATE = env.rate("API_RATE", "600/minute")
REPORT_RATE = env.rate("REPORT_RATE", "10/hour")
REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": API_RATE},
    "EXCEPTION_HANDLER": "balance.api.errors.exception_handler",
    "NUM_PROXIES": TRUSTED_PROXIES,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Balance API",
    "DESCRIPTION": "How a country balances between poles, and the events that say so.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "Precision": "balance.models.spans.Precision",
        "DatePrecision": "balance.models.spans.DatePrecision",
        "Dimension": "balance.models.events.Dimension",
        "RunState": "balance.api.serializers.balance.STATES",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# --- work: the database is the queue, the broker only wakes a worker ---
CELERY_BROKER_URL = env.url("BROKER_URL", "", ("redis", "rediss", "memory")) or broker.IN_DATABASE
CELERY_BROKER_TRANSPORT_OPTIONS = broker.transport_options(
    CELERY_BROKER_URL, database.parse(_DATABASE_URL)
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A page that saves does not wait for a broker that is down: the sweep finds the row.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = env.number("TASK_TIME_LIMIT", 1800, minimum=10)
CELERY_TASK_DEFAULT_QUEUE = "balance"
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_SEND_TASK_EVENTS = False
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SYNC_EVERY = 1  # Each tick is written at once: the row is beat's sign of life.
CELERY_BEAT_MAX_LOOP_INTERVAL = 5

# --- fetching from other people's servers ---
# host:port of servers of one's own that may be fetched from, although they are inside.
FETCH_ALLOW = env.servers("FETCH_ALLOW")
FETCH_CONTACT = env.text("FETCH_CONTACT", "")
FETCH_DELAY = env.number("FETCH_DELAY", 1, minimum=0, maximum=60)
# Addresses of articles that are looked at again an hour; 0: none.
LINKS_A_ROUND = env.number("LINKS_A_ROUND", 20, minimum=0, maximum=200)
# The languages that articles are in: fewer to choose from are fewer to mistake.
ARTICLE_LANGUAGES = env.words("ARTICLE_LANGUAGES", "az,en,ru,tr,fa,zh,hy,ka")

# --- logging: to stderr, and quiet ---
LOG_LEVEL = env.choice("LOG_LEVEL", "WARNING", ("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": LOG_LEVEL},
        # Anybody can make this noise, and the answer is 400 either way.
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},
    },
}
