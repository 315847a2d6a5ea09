import { seedDemonstration } from "@/db/seed/seed-demonstration";
import { databaseUrl } from "./database-url";

await seedDemonstration(databaseUrl());
