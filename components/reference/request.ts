/** What is asked for in the form of one endpoint. */
export type Asked = {
  verb: string;
  path: string;
  parameters: readonly { name: string; place: "path" | "query" }[];
  values: Record<string, string>;
  accept: string;
  language: string;
  /** Absent where the endpoint takes none. */
  body?: string;
  token: string;
};
export type Prepared = { url: string; method: string; headers: Record<string, string>; body?: string };

/** The request that a filled form stands for; empty parameters of the query are left out. */
export function prepare({ verb, path, parameters, values, accept, language, body, token }: Asked): Prepared {
  const query = new URLSearchParams();
  let address = path;
  for (const { name, place } of parameters) {
    const value = values[name] ?? "";
    if (place === "path") address = address.replace(`{${name}}`, encodeURIComponent(value));
    else if (value !== "") query.set(name, value);
  }
  const text = query.toString();
  return {
    url: text ? `${address}?${text}` : address,
    method: verb,
    headers: {
      ...(accept ? { accept } : {}),
      "accept-language": language,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** The same request for a shell; the token stays out of it, as `$TOKEN`. */
export function commandOf({ url, method, headers, body }: Prepared, origin: string): string {
  const lines = [
    `curl -i ${method === "GET" ? "" : `-X ${method} `}${quoted(`${origin}${url}`)}`,
    ...Object.entries(headers).map(([name, value]) =>
      name === "authorization"
        ? '  -H "authorization: Bearer $TOKEN"'
        : `  -H ${quoted(`${name}: ${value}`)}`,
    ),
    ...(body === undefined ? [] : [`  -d ${quoted(body)}`]),
  ];
  return lines.join(" \\\n");
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A text field of a form. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
