// The product itself over a small company: whatever people say, press, answer in forms, drop as files or post to the page.
import { createLocalRoutes } from "../../src/chat/local/http/routes.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import type { Log } from "../../src/log.ts";
import { sharedTraining } from "../../test/helpers/training.ts";
import type { World } from "../../test/helpers/world.ts";
import { createWorld } from "../../test/helpers/world.ts";
import { formIn, refsIn, valuesFor } from "./forms.ts";
import { type OpenTargets, readLoosely, type Target } from "./target.ts";

/** What was logged as an error: a failure that nobody refused. */
class Failed extends Error {}

type Stage = {
  world: World;
  /** Whose turn it is: a rep and a manager of each language. */
  next(): string;
  /** Works on all that came in, and throws what failed. */
  settle(): Promise<void>;
};

const people = ["per_ana", "per_lei", "per_mia", "per_wei"] as const;

export async function openTalkTargets(): Promise<OpenTargets> {
  const failed: unknown[] = [];
  const quiet = () => {};
  const log: Log = {
    ...{ debug: quiet, info: quiet, warn: quiet },
    error: ({ err }, message) => void failed.push(err ?? message),
  };
  await sharedTraining().reload();
  const world = await createWorld([], { log });
  await fill(world);
  let turn = 0;
  const stage: Stage = {
    world,
    next() {
      turn += 1;
      return people[turn % people.length] ?? "per_ana";
    },
    async settle() {
      await world.ringside.drain();
      await world.passes(2_000);
      const [first] = failed.splice(0);
      if (first) throw new Failed(String(first instanceof Error ? first.stack : first));
    },
  };
  return { targets: createTalkTargets(stage), close: () => world.close() };
}

/** Something to talk about. */
async function fill({ add, arrives }: World): Promise<void> {
  const manager = { role: "manager", language: "zh", teamId: "tea_all" } as const;
  await add("person", "per_wei", { ...manager, name: "魏经理", managerId: "per_mia" });
  const deals = { per_ana: ["acc_acme", "Acme"], per_lei: ["acc_lan", "蓝海物流"] } as const;
  await add("account", "acc_lan", { name: "蓝海物流", ownerId: "per_lei" });
  for (const [ownerId, [accountId, name]] of Object.entries(deals)) {
    await add("deal", `dea_${ownerId}`, { name, accountId, ownerId, stage: "qualified" });
    await arrives(`led_${ownerId}`, { title: name, accountId });
  }
}

function createTalkTargets(stage: Stage): Target[] {
  const sentences = (["en", "zh"] as const).flatMap((language) =>
    Object.values(textsFor(language).chat.help.examples).map(String),
  );
  const said = sentences.map((say, press) => ({ say, press, values: ["x", "12", "2026-12-01"] }));
  return [
    {
      name: "whatever is said",
      examples: sentences,
      async run(text) {
        await stage.world.ringside.localChat.say(stage.next(), text);
        await stage.settle();
      },
    },
    {
      name: "presses and forms",
      examples: said.map((one) => JSON.stringify(one)),
      run: (text) => pressAndFill(text, stage),
    },
    ...createFileTargets(stage),
    createPageTarget(stage),
  ];
}

type Said = { say?: unknown; press?: unknown; values?: unknown };

/** Says it, presses a button of the answer, and fills in the form that comes, with these values. */
async function pressAndFill(text: string, { world, next, settle }: Stage): Promise<void> {
  const { say, press, values } = Object(readLoosely(text)) as Said;
  const { localChat } = world.ringside;
  const personId = next();
  await localChat.say(personId, String(say ?? ""));
  await settle();
  const messages = await localChat.transcript(personId, { limit: 3 });
  const refs = refsIn(messages);
  const ref = refs[Math.abs(Math.trunc(Number(press)) || 0) % (refs.length || 1)];
  const outcome = ref ? await localChat.tap(personId, ref) : {};
  const form = formIn([outcome, messages]);
  if (form) await localChat.submit(personId, form.submit.ref, valuesFor(form, values));
  await settle();
}

function createFileTargets({ world, next, settle }: Stage): Target[] {
  const drop = (name: string, mediaType: string) => async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    await world.ringside.localChat.drop(next(), { name, mediaType, bytes }, "");
    await settle();
  };
  return [
    {
      name: "tables dropped in chat",
      examples: ["name,company,email\nAda,Acme,ada@acme.example\n王丽,华信,li@hx.example\n"],
      run: drop("leads.csv", "text/csv"),
    },
    {
      name: "calls dropped in chat",
      examples: ["Ana Silva: Good morning.\nCustomer: 太贵了。\nAna Silva: I will send it.\n"],
      run: drop("call.txt", "text/plain"),
    },
  ];
}

const posts = [
  "POST /as/per_ana/say\nkey=k1&text=my+leads",
  "POST /as/per_lei/press\nkey=k2&ref=act_1",
  "POST /as/per_ana/submit\nform=f1&key=k3&ref=act_1&field=number!%3Aa&answer%3Aa=12",
  "POST /as/per_ana/shortcut\nkey=k4&shortcut=lead&message=msg_1",
  "GET /as/per_ana/earlier?before=msg_1\n",
  "GET /as/per_mia\n",
  "GET /assets/ast_1\n",
];

/** The local page, asked as its own browser asks. */
function createPageTarget({ world, settle }: Stage): Target {
  const onError = (error: unknown) => {
    throw error;
  };
  const app = createLocalRoutes(world.ringside.localChat, { onError });
  return {
    name: "local page",
    examples: posts,
    async run(input) {
      const [head = "", ...body] = input.toWellFormed().split("\n");
      const [method = "", path = ""] = head.split(" ");
      const address = `http://localhost${path}`;
      if (!["GET", "POST"].includes(method) || !path.startsWith("/") || !URL.canParse(address)) {
        return;
      }
      // The live stream has no end to wait for.
      if (new URL(address).pathname.endsWith("/live")) return;
      const headers = {
        ...{ host: "localhost", origin: "http://localhost" },
        "content-type": "application/x-www-form-urlencoded",
      };
      const content = method === "GET" ? {} : { body: body.join("\n") };
      const answer = await app.request(address, { method, headers, ...content });
      if (answer.status >= 500) throw new Failed(`answered ${answer.status}`);
      await settle();
    },
  };
}
