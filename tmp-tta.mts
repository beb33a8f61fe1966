import { measureTouchToAction } from "./bench/chains/touch-to-action.ts";
console.log(await measureTouchToAction(), (await import("node:os")).loadavg());
