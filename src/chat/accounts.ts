// Which platform account is whose: known from before, or found by what the platform itself verified.
import type { Identity } from "../core/facts.ts";
import type { Language, Person, Surface } from "../core/model.ts";
import { standingConsent } from "../core/people/consent.ts";
import type { Clock, Reader, Store } from "../core/ports.ts";
import type { Address, ChatSurface, PlatformUser } from "./adapter.ts";

export type Account = Address & { surface: Surface };

export type Accounts = {
  /** The colleague behind an account. Asks the platform only with `ask`: never while somebody waits for an answer. */
  personOf(account: Account, options: { ask: boolean }): Promise<Person | undefined>;
  /** A person's account that nobody has written from yet, found on any connected platform. */
  findFor(personId: string): Promise<Account | undefined>;
};

export type AccountsOptions = {
  store: Store;
  clock: Clock;
  surfaces: () => Iterable<ChatSurface>;
};

/** How stale the note of when an account was last used may be. */
const seenEveryMs = 3_600_000;

/** Looks into the records first; a stranger is asked about on their platform, where `ask` allows it. */
export function createAccounts(options: AccountsOptions): Accounts {
  const { store, surfaces } = options;
  return {
    async personOf(account, { ask }) {
      // On the local chat whoever sits at the keyboard chooses whom to be.
      if (account.surface === "local")
        return ifActive(await store.read.people.get(account.externalId));
      const { surface, connection, externalId } = account;
      const [known] = await store.read.identities.find(
        { surface, connection, externalId },
        { limit: 1 },
      );
      if (known) return toPerson(known, ask, options);
      return ask ? introduce(account, options) : undefined;
    },
    async findFor(personId) {
      const person = await store.read.people.get(personId);
      if (!person?.active) return undefined;
      for (const { adapter } of surfaces()) {
        const address = await adapter.findAccount(person);
        if (!address) continue;
        const account = { ...address, surface: adapter.surface };
        await link(account, { person, verifiedBy: person.email ? "email" : "phone", options });
        return account;
      }
      return undefined;
    },
  };
}

function ifActive(person: Person | undefined): Person | undefined {
  return person?.active ? person : undefined;
}

/** A known account; whoever wrote from it last is reached there. */
async function toPerson(
  identity: Identity,
  mayWrite: boolean,
  { store, clock }: AccountsOptions,
): Promise<Person | undefined> {
  const now = clock();
  if (mayWrite && (await isWorthNoting(identity, { read: store.read, now }))) {
    await store.write((unit) => unit.identities.update(identity.id, { lastSeenAt: now }));
  }
  return ifActive(await store.read.people.get(identity.personId));
}

/** Whoever writes from another of their accounts is answered there at once; otherwise an old note is good enough. */
async function isWorthNoting(
  { id, personId, lastSeenAt }: Identity,
  { read, now }: { read: Reader; now: number },
): Promise<boolean> {
  if (now - (lastSeenAt ?? 0) > seenEveryMs) return true;
  const order = { by: "lastSeenAt", descending: true } as const;
  const [latest] = await read.identities.find({ personId }, { order, limit: 1 });
  return latest?.id !== id;
}

/** Somebody writes for the first time: matched only by an e-mail or phone that their platform verified. */
async function introduce(account: Account, options: AccountsOptions): Promise<Person | undefined> {
  const surface = [...options.surfaces()].find(
    ({ adapter }) => adapter.surface === account.surface,
  );
  const user = await surface?.adapter.whoIs(account);
  if (!user || user.outside) return undefined;
  const match = await matchPerson(user, options.store);
  if (!match) return undefined;
  await link(account, { ...match, options });
  return match.person;
}

type Match = { person: Person; verifiedBy: "email" | "phone" };

async function matchPerson(
  { email, phone }: PlatformUser,
  { read }: Store,
): Promise<Match | undefined> {
  const [byEmail] = email
    ? await read.people.find({ email: email.toLowerCase(), active: true })
    : [];
  if (byEmail) return { person: byEmail, verifiedBy: "email" };
  const [byPhone] = phone ? await read.people.find({ phone, active: true }) : [];
  return byPhone && { person: byPhone, verifiedBy: "phone" };
}

type Linking = Match & { options: AccountsOptions };

async function link(account: Account, { person, verifiedBy, options }: Linking): Promise<void> {
  const { surface, connection, externalId } = account;
  await options.store.write(async (unit) => {
    const known = await unit.identities.find({ surface, connection, externalId });
    if (known.length > 0) return;
    await unit.identities.put({
      id: unit.newId("identity"),
      personId: person.id,
      ...{ surface, connection, externalId, verifiedBy },
      createdAt: unit.now,
      lastSeenAt: unit.now,
    });
  });
}

/** An address does not say where it is, and the index begins with that. */
const surfaces: Surface[] = ["slack", "lark", "local"];

/** The language of whoever an account belongs to; English for a stranger. */
export function createLanguageOf(
  read: Pick<Reader, "identities" | "people">,
): (address: Address) => Promise<Language> {
  return async ({ connection, externalId }) => {
    const [identity] = await read.identities.find(
      { surface: surfaces, connection, externalId },
      { limit: 1 },
    );
    const person = identity && (await read.people.get(identity.personId));
    return person?.language ?? "en";
  };
}

/** Whether somebody agreed that recordings are turned into text, notes or calls; undefined for a stranger. */
export function createAgreedToVoice(
  read: Pick<Reader, "identities" | "consents">,
): (address: Address) => Promise<boolean | undefined> {
  return async ({ connection, externalId }) => {
    const [identity] = await read.identities.find(
      { surface: surfaces, connection, externalId },
      { limit: 1 },
    );
    if (!identity) return undefined;
    const { personId } = identity;
    const agreed = await standingConsent(read, personId, "voice");
    return Boolean(agreed ?? (await standingConsent(read, personId, "calls")));
  };
}
