import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { readPlaybooks } from "/work/main/src/sources/playbooks/read-playbooks.ts";
import { toPlan } from "/work/main/src/core/training/customer/plan.ts";
import { playScript } from "/work/main/src/core/training/session/play-script.ts";
const { library } = await readPlaybooks("/work/main/playbooks");
const only = process.argv[2]; const verbose = !process.argv.includes("-q");
for (const language of ["en", "zh"] as const) {
  for (const { scenario, ...reps } of parse(readFileSync(`/work/main/test/core/training/scripts/${language}.yaml`, "utf8"))) {
    if (only && only !== "-q" && scenario !== only) continue;
    const plan = toPlan(library, { scenario, language });
    for (const [kind, lines] of Object.entries(reps) as [string, string[]][]) {
      const { session, report } = playScript(plan, { seed: 1, script: lines.map((text) => ({ text })) });
      console.log(`\n##### ${scenario} ${kind}: ${session.ending} score ${report.score.score} breaches ${report.score.breaches.map(b=>b.rule+":"+b.quote)}`);
      console.log(Object.entries(report.score.skills).map(([k, v]) => `${k} ${v}`).join(", "), "tactics", report.tactics.join(","), "obj", report.objections.map(o=>o.stands).join(","));
      if (verbose) for (const t of session.turns) console.log(t.who === "rep" ? `  > ${t.text}\n      {${t.moves}}` : `    ${t.text}  [${t.reaction} ${t.mood?.trust}/${t.mood?.patience} ${t.objection} because ${t.because?.slice(0,6)}]`);
    }
  }
}
