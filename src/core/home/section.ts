// A part of the home: looks first, then gives its blocks, with the ids of its buttons.
import type { Block } from "../card.ts";
import type { Arm } from "../leads/cards/assignment-card.ts";
import type { Language, Person } from "../model.ts";
import type { Clock, Store } from "../ports.ts";
import type { Reading } from "../text/format.ts";

export type HomeServices = {
  store: Store;
  clock: Clock;
  /** The verticals there is a playbook for in a language. */
  verticals(language: Language): Promise<string[]>;
};

export type Looking = HomeServices & { person: Person; reading: Reading; now: number };
export type Section = (looking: Looking) => Promise<(arm: Arm) => Block[]>;
