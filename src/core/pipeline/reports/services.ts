// What the use cases of reports work with.
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, Store } from "../../ports.ts";

export type ReportServices = { store: Store; clock: Clock; workdays: Workdays };
