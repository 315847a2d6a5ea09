"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

type Held = { token: string; setToken: (token: string) => void };
const TokenContext = createContext<Held>({ token: "", setToken: () => {} });

/** Keeps the reader's token in the memory of the page only: no store of the browser ever holds it. */
export function TokenProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState("");
  return <TokenContext value={{ token, setToken }}>{children}</TokenContext>;
}

export const useToken = () => useContext(TokenContext);
