import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isKnownTouchType } from "../../../src/core/journey/touch-types.ts";
import { createSources } from "../../../src/sources/touches/sources.ts";
import { samples } from "../../emulators/sources/samples.ts";
import { describeSource } from "./contract.ts";

for (const sample of samples) describeSource(sample);

describe("the samples", () => {
  it("cover every source, with types that are in the registry", () => {
    const sources = createSources([]).map(({ id }) => id);
    expect([...new Set(samples.map(({ source }) => source))].sort()).toEqual(sources.sort());
    expect(samples.flatMap(({ types }) => types).filter((type) => !isKnownTouchType(type))).toEqual(
      [],
    );
  });
});

const captured = join("..", "shared", "data", "webhooks");
const expected: Record<string, string[]> = {
  "calendly/invitee.created.json": ["meeting.booked"],
  "hubspot/company.created.json": ["record.created"],
  "hubspot/contact.created.json": ["record.created"],
  "hubspot/deal.created.json": ["record.created"],
  "hubspot/deal.stage_changed.json": ["deal.stage.changed"],
  "hubspot/ticket.created.json": ["ticket.opened"],
  "mailchimp/campaign.form.json": [],
  "mailchimp/subscribe.form.json": ["email.subscribe"],
  "vimeo/clip.json": [],
  "zendesk/ticket.created.json": ["ticket.opened"],
  "zendesk/ticket.status_changed.json": ["ticket.solved"],
};
const aging = ["hubspot", "zendesk", "calendly"];

describe.skipIf(!existsSync(captured))(
  "captured deliveries (needs ../shared/data/webhooks)",
  () => {
    const files = existsSync(captured)
      ? readdirSync(captured).flatMap((source) =>
          readdirSync(join(captured, source)).map((file) => `${source}/${file}`),
        )
      : [];
    for (const file of files) {
      const source = file.split("/")[0] ?? "";
      const text = readFileSync(join(captured, file), "utf8");
      const body = file.includes(".form.")
        ? new URLSearchParams(JSON.parse(text) as Record<string, string>).toString()
        : text;
      describeSource({
        source,
        body,
        types: expected[file] ?? [],
        ...(aging.includes(source) ? { ages: true as const } : {}),
      });
    }
  },
);
