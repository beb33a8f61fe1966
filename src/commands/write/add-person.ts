// `people add`, here or handed to the bot that runs.
import { z } from "zod";
import { Refused } from "../../core/errors.ts";
import { languages, roles } from "../../core/model.ts";
import { operator } from "../../core/people/actor.ts";
import type { Ringside } from "../../main.ts";

export const personArgs = z.object({
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  role: z.enum(roles).default("rep"),
  language: z.enum(languages).default("en"),
  timeZone: z.string().default("UTC"),
});

/** `people add`: how the operator names the first manager. */
export async function addFirstPerson(
  { name, email, phone, role, language, timeZone }: z.infer<typeof personArgs>,
  { records, gate }: Ringside,
): Promise<{ id: string; name: string; role: string }> {
  return records.write(async (unit) => {
    const id = unit.newId("person");
    const mail = email?.toLowerCase() ?? null;
    if (mail && (await unit.people.count({ email: mail })) > 0) {
      throw new Refused("email_taken", `Somebody with the e-mail ${mail} is already here.`);
    }
    const [refusal] = await gate.apply(unit, {
      by: operator,
      via: "cli",
      source: "terminal",
      changes: [
        {
          kind: "person",
          id,
          create: true,
          set: {
            ...{ name, role, language, timeZone, languages: [language] },
            email: mail,
            phone: phone ?? null,
          },
        },
      ],
    });
    if (refusal) throw new Refused("bad_person", refusal.message);
    return { id, name, role };
  });
}
