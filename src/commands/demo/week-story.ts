// A week of a team: Monday's question and what became of it, a debrief, somebody's first day, and what changed.
import type { Story } from "./stage.ts";
import { weekChanged } from "./week/changed.ts";
import { weekDebrief } from "./week/debrief.ts";
import { weekFirstDay } from "./week/first-day.ts";
import { weekStrategy } from "./week/strategy.ts";

export const weekStory: Story = [weekStrategy, weekDebrief, weekFirstDay, weekChanged];
