"""Every setting of the program: name, default and what it is for, read from the environment or `.env`.

It must not know what the parts do with them.
"""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the operator can say; the README's table is compared with these fields."""

    model_config = SettingsConfigDict(env_prefix="SCOREWALK_", env_file=".env", extra="ignore", frozen=True)

    token: SecretStr = Field(SecretStr(""), description="the bot's token from @BotFather")
    api_base: str = Field("https://api.telegram.org", description="root of the Bot API, before /bot<token>")
    database_url: str = Field(
        "", description="default: SQLite in the data folder (sqlite:///DATA_DIR/scorewalk.db)"
    )
    media_url: str = Field("", description="default: the folder DATA_DIR/media")
    data_dir: Path = Field(Path("data"), description="database, media and the socket for commands")
    export_days: int = Field(
        30, ge=1, description="days after which files that were made are deleted from DATA_DIR/exports"
    )
    webhook_url: str = Field("", description="reserved: where Telegram posts updates; empty means polling")
    webhook_secret: SecretStr = Field(
        SecretStr(""), description="reserved: secret of the webhook, 32 characters or more"
    )
    listen: str = Field("127.0.0.1:8080", description="reserved: where webhook and health are served")
    timezone: str = Field("Asia/Shanghai", description="zone of dates, periods and quiet hours")
    language: str = Field("zh-CN", description="language for people who have not chosen one")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError) as error:
            raise ValueError(name) from error
        return name

    @property
    def zone(self) -> ZoneInfo:
        """Return the zone in which dates are written."""
        return ZoneInfo(self.timezone)

    @property
    def database(self) -> str:
        """Return the database address, the default one under the data folder if none was given."""
        return self.database_url or f"sqlite:///{self.data_dir / 'scorewalk.db'}"

    @property
    def exports_dir(self) -> Path:
        """Return the folder of files that were made to be sent: they can be made again, and go after some days."""
        return self.data_dir / "exports"

    @property
    def media_dir(self) -> Path:
        """Return the folder of stored files."""
        return Path(self.media_url) if self.media_url else self.data_dir / "media"


SETTINGS: tuple[tuple[str, str, str], ...] = tuple(
    (f"SCOREWALK_{name.upper()}", str(field.get_default(call_default_factory=True)), field.description or "")
    for name, field in Settings.model_fields.items()
)
"""Name, default and help of each setting, in the order of the README's table."""
