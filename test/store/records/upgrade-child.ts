// Migrates one records database, for upgrade.test.ts to kill. node upgrade-child <records file>
import { migrate } from "../../../src/store/records/migrate.ts";

const [file = ""] = process.argv.slice(2);
process.stdout.write("begin\n");
await migrate(file);
process.stdout.write("done\n");
