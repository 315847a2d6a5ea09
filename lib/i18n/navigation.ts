import { createNavigation } from "next-intl/navigation";
import { routing } from "./routing";

/** Next's navigation, with the language prefix added and removed for you. */
export const { Link, redirect, usePathname, useRouter, getPathname, permanentRedirect } =
  createNavigation(routing);
