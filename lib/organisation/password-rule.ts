import { z } from "zod";
import { PASSWORD_MIN } from "./present-strength";

export const PASSWORD_MAX = 200;

/** A password being chosen: length only; `refuseWeakPassword` judges the rest. Spaces count and are kept. */
export const newPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
/** A password being given. */
export const givenPassword = z.string().min(1).max(1000);
