import { startWorker } from "@/lib/worker/worker";
import { onStopSignal } from "./stop-signal";

const stop = await startWorker();
onStopSignal(async () => stop());
process.send?.("ready");
