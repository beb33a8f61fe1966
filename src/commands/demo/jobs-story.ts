// The usual story: one rep and one customer through all five jobs, in two minutes.
import { assign } from "./scenes/assign.ts";
import { claim } from "./scenes/claim.ts";
import { nextAction } from "./scenes/next-action.ts";
import { practise } from "./scenes/practise.ts";
import { update } from "./scenes/update.ts";
import type { Story } from "./stage.ts";

export const jobsStory: Story = [assign, nextAction, practise, update, claim];
