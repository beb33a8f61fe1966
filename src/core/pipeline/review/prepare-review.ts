// A deal review, ready to be posted: asked for now, or booked before.
import type { Deal, Person } from "../../model.ts";
import type { Effect } from "../../use-case.ts";
import type { BriefServices } from "../brief/services.ts";
import { gatherReview } from "./gather-review.ts";
import { reviewCard } from "./review-card.ts";

type About = { person: Person; deal: Deal; label: string };

/** Undefined where the deal is no longer theirs. */
export async function prepareReview(
  services: BriefServices,
  about: About,
): Promise<Effect | undefined> {
  const review = await gatherReview(services, about);
  if (!review) return undefined;
  const { person } = about;
  return async (unit) => {
    const key = `review:${unit.newId("message")}`;
    unit.post({ to: person.id, card: reviewCard(unit, { person, review, key }) });
    return {};
  };
}
