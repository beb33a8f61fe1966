// The list of people one can talk as, with what is new for each.
import { html } from "hono/html";
import type { Texts } from "../../../core/text/en.ts";
import type { LocalPerson } from "../chat.ts";
import type { Html } from "./text.ts";

export type Waiting = { person: LocalPerson; unread: number };

/** The path of a person's chat. */
export function pathOf(personId: string): string {
  return `/as/${encodeURIComponent(personId)}`;
}

/** The featured people and the present one at hand, everybody else in a menu. */
export function renderPeople(
  waiting: Waiting[],
  { current, texts }: { current: string; texts: Texts },
): Html {
  const isAtHand = ({ person }: Waiting) => person.featured || person.id === current;
  const hasFeatured = waiting.some(({ person }) => person.featured);
  const atHand = hasFeatured ? waiting.filter(isAtHand) : waiting;
  const others = waiting.filter((entry) => !atHand.includes(entry));
  const list = (entries: Waiting[]) =>
    html`<ul>${entries.map((entry) => renderPerson(entry, { current, texts }))}</ul>`;
  const { local } = texts;
  return html`<nav class="people" aria-label="${local.people}">
    ${list(atHand)}
    ${
      others.length > 0 &&
      html`<details class="others" name="others">
        <summary title="${local.everybodyElse}"><span class="words">${local.everybodyElse}</span> <span class="count">${others.length}</span></summary>
        ${list(others)}
      </details>`
    }
  </nav>`;
}

/** How many messages are new for a person; empty when none. */
export function renderBadge(
  { person, unread }: Waiting,
  { texts, swap = false }: { texts: Texts; swap?: boolean },
): Html {
  const shown = unread > 99 ? "99+" : unread;
  const count =
    unread > 0 &&
    html`<span aria-hidden="true">${shown}</span><span class="unseen">${texts.local.unread(unread)}</span>`;
  return html`<span class="badge" id="unread-${person.id}"${swap && html` hx-swap-oob="true"`}>${count}</span>`;
}

/** A person's initials in a colour of their own. */
export function renderAvatar({ id, name }: LocalPerson): Html {
  const hue = [...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 8, 0);
  return html`<span class="avatar hue-${hue}" aria-hidden="true">${toInitials(name)}</span>`;
}

function renderPerson(entry: Waiting, { current, texts }: { current: string; texts: Texts }): Html {
  const { person } = entry;
  const isCurrent = person.id === current;
  return html`<li><a href="${pathOf(person.id)}" ${isCurrent && html`aria-current="page"`}>
    ${renderAvatar(person)}
    <span class="person-words">
      <span class="person-name">${person.name}</span>
      <span class="person-role">${texts.local.roles[person.role]}</span>
    </span>
    ${renderBadge(entry, { texts })}
  </a></li>`;
}

function toInitials(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const sign = (word: string) => [...word][0]?.toUpperCase() ?? "";
  return sign(first) + sign(rest.at(-1) ?? "");
}
