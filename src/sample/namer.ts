// Names nobody else in the sample has, and phone numbers nobody in the world has.
import type { Language } from "../core/model.ts";
import { itemAt, type Random } from "./random.ts";
import { familyNames, givenNames } from "./tables/name-table.ts";

/** Gives out names and phones, each once. */
export type Namer = {
  /** `mailbox` is the part of an e-mail address before the @. */
  name(language: Language): { name: string; mailbox: string };
  /** E.164. */
  phone(country: "GB" | "US" | "CN"): string;
};

/**
 * Names are n-th given with n-th family name of two shuffled lists, moved on by one at each round.
 * Phones: Ofcom's numbers for drama (020 7946 0xxx), the American 555-01xx,
 * and Shanghai numbers that begin with 0, which no Chinese local number does.
 */
export function createNamer(random: Random): Namer {
  const names = { en: createNames("en", random), zh: createNames("zh", random) };
  const given = { en: 0, zh: 0 };
  const phones = { GB: 0, US: 0, CN: 0 };
  return {
    name: (language) => names[language](given[language]++),
    phone: (country) => phoneOf[country](phones[country]++),
  };
}

const areaCodes = ["212", "617", "415", "206", "312"];

const phoneOf = {
  GB: (number: number) => `+4420794600${padded(number, 2)}`,
  US: (number: number) =>
    `+1${itemAt(areaCodes, number % areaCodes.length)}55501${padded(10 + Math.floor(number / areaCodes.length), 2)}`,
  CN: (number: number) => `+862100000${padded(number, 3)}`,
};

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

function createNames(language: Language, random: Random) {
  const given = random.shuffled(givenNames[language]);
  const family = random.shuffled(familyNames[language]);
  return (number: number) => {
    const round = Math.floor(number / given.length);
    const [first, firstLatin] = itemAt(given, number % given.length);
    const [last, lastLatin] = itemAt(family, (number + round) % family.length);
    const name = language === "zh" ? `${last}${first}` : `${first} ${last}`;
    return { name, mailbox: `${firstLatin}.${lastLatin}` };
  };
}
