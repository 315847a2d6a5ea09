import { createFirstAdminLink } from "@/lib/organisation/create-first-admin-link";

const link = await createFirstAdminLink();
if (link) console.log(link);
process.exit(0);
