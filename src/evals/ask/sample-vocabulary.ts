// What the sample team calls things: the names that the shipped questions use.
import type { Dimension } from "../../core/ask/dimensions.ts";
import { toVocabulary, type Vocabulary } from "../../core/ask/vocabulary.ts";
import { createSample } from "../../sample/create-sample.ts";

/** The vocabulary of somebody above both of the sample's teams. */
export function sampleVocabulary(): Vocabulary {
  const { people, teams, accounts, leads, deals, products } = createSample({
    now: Date.UTC(2026, 10, 23, 9),
  });
  const distinct = (dimension: Dimension, values: readonly (string | null | undefined)[]) =>
    [...new Set(values.flatMap((value) => value ?? []))].map((value) => ({ dimension, value }));
  return toVocabulary({
    ...{ people, teams },
    values: [
      ...distinct(
        "industry",
        accounts.map(({ industry }) => industry),
      ),
      ...distinct(
        "segment",
        accounts.map(({ segment }) => segment),
      ),
      ...distinct(
        "country",
        accounts.map(({ country }) => country),
      ),
      ...distinct(
        "region",
        accounts.map(({ territory }) => territory),
      ),
      ...distinct(
        "source",
        leads.map(({ source }) => source),
      ),
      ...distinct(
        "competitor",
        deals.map(({ competitor }) => competitor),
      ),
      ...distinct(
        "product",
        products.map(({ name }) => name),
      ),
    ],
  });
}
