import { migrate } from "@/db/migrate";
import { seedCatalogue } from "@/db/seed/seed-catalogue";
import { databaseUrl } from "./database-url";

const url = databaseUrl();
await migrate(url);
await seedCatalogue(url);
