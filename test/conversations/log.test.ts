import { beforeAll, expect, it } from "vitest";
import { RetryLater } from "../../src/core/errors.ts";
import { createLog } from "../../src/log.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld } from "../helpers/world.ts";

beforeAll(() => sharedTraining().reload());

/** Names, mails, numbers and sentences that pass through everything below. */
const personal = {
  rep: "Ana Silva",
  customer: "Wang Li",
  mail: "wang@acme.example",
  newMail: "yolanda.q@buyer.example",
  newName: "Yolanda Quince",
  phone: "+8613912345678",
  said: "pomegranate-promise",
  saidZh: "石榴承诺",
  token: "xoxb-111-secret-token",
};

it("carries nothing personal and no secret through a whole day of talk, at its most talkative", async () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const refuse = async (): Promise<never> => {
    throw new RetryLater(`busy ${personal.token} for ${personal.mail}`, { afterMs: 1 });
  };
  const speech = { endpoint: "speech.example", transcribe: refuse, transcribeCall: refuse };
  const log = createLog({ level: "debug", destination });
  const world = await createWorld([], { log, speech });
  const { localChat, drain } = world.ringside;
  const say = async (personId: string, words: string) => {
    await localChat.say(personId, words);
    await drain();
    await world.passes(2_000);
  };
  await world.arrives("led_1", { need: personal.said, title: personal.newName });
  for (const words of [
    ...["my leads", `note Acme: ${personal.said} ${personal.phone}`, "customer Acme", "home"],
    `new lead: ${personal.newName} at Buyer Ltd, ${personal.newMail}, ${personal.phone}`,
    ...[`say ${personal.said}`, "practice", "privacy", "what my manager sees", personal.said],
  ]) {
    await say("per_ana", words);
  }
  for (const words of ["我的线索", `话术 ${personal.saidZh}`, "隐私", personal.saidZh]) {
    await say("per_lei", words);
  }
  const people = `name,email,phone\n${personal.newName},${personal.newMail},${personal.phone}\n`;
  const file = { name: `${personal.newName}.csv`, mediaType: "text/csv" };
  await localChat.drop("per_mia", { ...file, bytes: new TextEncoder().encode(people) }, "");
  await drain();
  const note = { name: "note.webm", mediaType: "audio/webm", bytes: new Uint8Array(64) };
  await world.ringside.records.write(async (unit) => {
    const at = { grantedAt: unit.now, withdrawnAt: null };
    await unit.consents.put({
      id: "cns_1",
      personId: "per_ana",
      purpose: "voice",
      wording: "",
      ...at,
    });
  });
  await localChat.drop("per_ana", note, "");
  await drain();
  await world.passes(86_400_000);
  await localChat.tap("per_ana", personal.said.replace("-", "_")).catch((error: unknown) => {
    log.error({ err: error }, "a press failed");
  });
  log.warn({ err: new Error(`no ${personal.mail}`), token: personal.token }, "one line at least");
  await world.close();

  const all = lines.join("\n");
  expect(all).toContain("a voice note was not transcribed");
  for (const [what, words] of Object.entries(personal)) expect(all, what).not.toContain(words);
});
