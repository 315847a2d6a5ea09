import { migrate } from "@/db/migrate";
import { databaseUrl } from "./database-url";

await migrate(databaseUrl());
