"""Persons, their accounts and grants, and invitation links."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from sqlalchemy import and_, bindparam, not_, or_, select, update

from bot.entities import Grant, Invitation, Person, Scope
from bot.store.compiled import Row, Rows, Statement, inserting
from bot.store.tables import accounts, grants, invitations, persons
from bot.store.tables_base import fixed

_HOLDS = and_(
    grants.c.ended.is_(None),
    or_(grants.c.until.is_(None), grants.c.until > bindparam("now")),
)
_PERSON = (persons.c.id, persons.c.name, persons.c.unit, persons.c.language)
_GRANT = (grants.c.id, grants.c.role, grants.c.scope, grants.c.scope_key, grants.c.until, grants.c.granted)
_HIS_GRANTS = and_(grants.c.person == persons.c.id, _HOLDS)

_BY_ACCOUNT = Statement(
    select(*_PERSON, *_GRANT)
    .select_from(accounts)
    .join(persons, persons.c.id == accounts.c.person)
    .outerjoin(grants, _HIS_GRANTS)
    .where(accounts.c.account == bindparam("account"), accounts.c.ended.is_(None))
)
_BY_ID = Statement(
    select(*_PERSON, *_GRANT)
    .select_from(persons)
    .outerjoin(grants, _HIS_GRANTS)
    .where(persons.c.id == bindparam("person"))
)
_WITH_ROLE = Statement(
    select(*_PERSON, *_GRANT)
    .select_from(persons)
    .join(grants, _HIS_GRANTS)
    .where(persons.c.id.in_(select(grants.c.person).where(grants.c.role == bindparam("role"), _HOLDS)))
    .order_by(persons.c.added, persons.c.id, grants.c.granted, grants.c.id)
)
_ACCOUNTS = Statement(
    select(accounts.c.account)
    .where(accounts.c.person == bindparam("person"), accounts.c.ended.is_(None))
    .order_by(accounts.c.id)
)
_ADD = inserting(persons)
_ATTACH = inserting(accounts, "id")
_DETACH = Statement(
    update(accounts)
    .where(
        accounts.c.ended.is_(None),
        or_(accounts.c.person == bindparam("whose"), accounts.c.account == bindparam("which")),
    )
    .values(ended=bindparam("now"))
)
_GRANT_IT = inserting(grants)
_REVOKE = Statement(
    update(grants)
    .where(grants.c.id == bindparam("which"), grants.c.ended.is_(None))
    .values(ended=bindparam("now"))
)
_SPEAK = Statement(
    update(persons).where(persons.c.id == bindparam("who")).values(language=bindparam("language"))
)
_INVITE = inserting(invitations)
_INVITATION = Statement(select(invitations).where(invitations.c.digest == bindparam("digest")))
_INVITATIONS = Statement(select(invitations).order_by(invitations.c.made.desc(), invitations.c.digest))
_REVOKE_INVITATION = Statement(
    update(invitations)
    .where(invitations.c.digest == bindparam("which"), invitations.c.used.is_(None))
    .values(revoked=fixed(1))
)
_EVERYBODY = Statement(
    select(*_PERSON, *_GRANT)
    .select_from(persons)
    .outerjoin(grants, _HIS_GRANTS)
    .order_by(persons.c.added, persons.c.id, grants.c.granted, grants.c.id)
)
_GRANT_OF = Statement(select(grants.c.person, *_GRANT).where(grants.c.id == bindparam("which"), _HOLDS))
_PAST = Statement(
    select(*_GRANT, grants.c.ended)
    .where(grants.c.person == bindparam("person"), not_(_HOLDS))
    .order_by(grants.c.granted.desc(), grants.c.id)
)
_SPEND = Statement(
    update(invitations)
    .where(
        invitations.c.digest == bindparam("which"),
        invitations.c.used.is_(None),
        invitations.c.revoked == fixed(0),
        invitations.c.expires > bindparam("now"),
    )
    .values(used=bindparam("now"), used_by=bindparam("account"))
)


class People:
    """The persons of the installation."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        """Ask over one connection."""
        self._rows = rows

    def by_account(self, account: int, now: int) -> Person | None:
        """Return the person behind a Telegram id, with the grants that hold at `now` (ms)."""
        return _person(self._rows.all(_BY_ACCOUNT, account=account, now=now))

    def get(self, person: str, now: int) -> Person | None:
        """Return a person by id."""
        return _person(self._rows.all(_BY_ID, person=person, now=now))

    def accounts(self, person: str) -> tuple[int, ...]:
        """Return the Telegram ids of a person (also the ids of their private chats)."""
        return tuple(row[0] for row in self._rows.all(_ACCOUNTS, person=person))

    def with_role(self, role: str, now: int) -> tuple[Person, ...]:
        """Return everybody who holds a role now, with all their grants."""
        rows = self._rows.all(_WITH_ROLE, role=role, now=now)
        found = (_person(list(group)) for _, group in groupby(rows, key=lambda row: row[0]))
        return tuple(person for person in found if person)

    def add(self, person: Person, now: int) -> None:
        """Store a new person (grants are stored by `grant`)."""
        self._rows.run(
            _ADD, id=person.id, name=person.name, unit=person.unit, language=person.language, added=now
        )

    def attach(self, account: int, person: str, now: int) -> None:
        """Make a Telegram id the account of a person; the person's earlier accounts end."""
        self._rows.run(_DETACH, whose=person, which=account, now=now)
        self._rows.run(_ATTACH, account=account, person=person, attached=now, ended=None)

    def grant(self, person: str, grant: Grant, now: int) -> None:
        """Store a grant."""
        self._rows.run(
            _GRANT_IT,
            id=grant.id,
            person=person,
            role=grant.role,
            scope=grant.scope.kind,
            scope_key=grant.scope.key,
            until=grant.until,
            granted=now,
            ended=None,
        )

    def revoke(self, grant: str, now: int) -> None:
        """End a grant."""
        self._rows.run(_REVOKE, which=grant, now=now)

    def speak(self, person: str, language: str) -> None:
        """Set the language of a person."""
        self._rows.run(_SPEAK, who=person, language=language)

    def invite(self, invitation: Invitation, now: int) -> None:
        """Store an invitation."""
        self._rows.run(
            _INVITE,
            digest=invitation.digest,
            name=invitation.name,
            unit=invitation.unit,
            role=invitation.role,
            scope=invitation.scope.kind,
            scope_key=invitation.scope.key,
            person=invitation.person,
            invited_by=invitation.invited_by,
            made=now,
            expires=invitation.expires,
            used=invitation.used,
            used_by=None,
            revoked=int(invitation.revoked),
            until=invitation.until,
        )

    def invitation(self, digest: str) -> Invitation | None:
        """Return the invitation of a secret's SHA-256."""
        row = self._rows.one(_INVITATION, digest=digest)
        return _invitation(row) if row else None

    def invitations(self) -> tuple[Invitation, ...]:
        """Return all invitations, newest first."""
        return tuple(map(_invitation, self._rows.all(_INVITATIONS)))

    def revoke_invitation(self, digest: str) -> bool:
        """Close an invitation that nobody has used; False where somebody was faster."""
        return self._rows.run(_REVOKE_INVITATION, which=digest) == 1

    def everybody(self, now: int) -> tuple[Person, ...]:
        """Return all persons with the grants that hold now, also those who hold none."""
        rows = self._rows.all(_EVERYBODY, now=now)
        found = (_person(list(group)) for _, group in groupby(rows, key=lambda row: row[0]))
        return tuple(person for person in found if person)

    def grant_of(self, grant: str, now: int) -> tuple[str, Grant] | None:
        """Return a grant that holds now and the id of whose it is."""
        row = self._rows.one(_GRANT_OF, which=grant, now=now)
        return (row[0], _grant(row[1:])) if row else None

    def past_grants(self, person: str, now: int) -> tuple[Grant, ...]:
        """Return the grants of a person that hold no longer, newest first; `until` is when they ended."""
        past = []
        for *row, ended in self._rows.all(_PAST, person=person, now=now):
            grant = _grant(tuple(row))
            ends = [each for each in (grant.until, ended) if each is not None]
            past.append(grant.model_copy(update={"until": min(ends)}))
        return tuple(past)

    def spend(self, digest: str, account: int, now: int) -> bool:
        """Use an invitation up; False when somebody was faster, or it is expired or revoked."""
        return self._rows.run(_SPEND, which=digest, account=account, now=now) == 1


def _invitation(row: Row) -> Invitation:
    digest, name, unit, role, scope, key, person, by, made, expires, used, used_by, revoked, until = row
    return Invitation(
        digest=digest,
        name=name,
        unit=unit,
        role=role,
        scope=Scope(kind=scope, key=key),
        person=person,
        invited_by=by,
        expires=expires,
        used=used,
        revoked=bool(revoked),
        made=made,
        used_by=used_by,
        until=until,
    )


def _grant(row: Row) -> Grant:
    grant, role, kind, key, until, since = row
    return Grant(id=grant, role=role, scope=Scope(kind=kind, key=key), until=until, since=since)


def _person(rows: list[Row]) -> Person | None:
    """Return the person whose grants, one a row, these are."""
    return _made(tuple(rows)) if rows else None


@lru_cache(maxsize=4096)
def _made(rows: tuple[Row, ...]) -> Person:
    """Make a person; it never changes, so the same rows may give the same object."""
    who, name, unit, language = rows[0][:4]
    held = tuple(_grant(row[len(_PERSON) :]) for row in rows if row[len(_PERSON)] is not None)
    return Person(id=who, name=name, unit=unit, language=language, grants=held)
