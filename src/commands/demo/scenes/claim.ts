// Scene 5: the rep's manager claims that something works, and the claim is tested on the team's own deals.
import { textsFor } from "../../../core/text/texts.ts";
import { cardOf, managerOf, type Scene } from "../stage.ts";

export const claim: Scene = {
  name: "claim",
  async play(stage): Promise<object> {
    const manager = await managerOf(stage);
    const texts = textsFor(stage.options.language).demo;
    await stage.tell(texts.weekly({ manager: manager.name }));
    await stage.says(manager, texts.claim);
    await stage.presses(manager, "strategy.confirm");
    const { read } = stage.ringside.records;
    const [strategy] = await read.strategies.find({ authorId: manager.id });
    if (!strategy) throw new Error("The claim was not registered.");
    const [verdict] = await read.verdicts.find({ strategyId: strategy.id });
    await stage.show(manager, await cardOf(stage, manager));
    return {
      ...{ manager: manager.name, state: strategy.state, claimHash: strategy.claimHash },
      verdict: verdict?.code,
    };
  },
};
