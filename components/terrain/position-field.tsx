"use client";

import { useEffect, useId, useState } from "react";

type Found = { latitude: number; longitude: number };
type State = "off" | "searching" | "failed" | Found;

/**
 * Offers to send where the phone is, once, with this clocking. Nothing is asked of the phone before the person says
 * so; a refusal or a failure never stands in the way. Shown only where the browser can do it.
 */
export function PositionField({
  words,
}: {
  words: { label: string; help: string; searching: string; found: string; failed: string };
}) {
  const id = useId();
  const [canAsk, setCanAsk] = useState(false);
  const [state, setState] = useState<State>("off");
  useEffect(() => setCanAsk("geolocation" in navigator), []);
  if (!canAsk) return null;

  const toggle = (isOn: boolean) => {
    if (!isOn) return setState("off");
    setState("searching");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        setState((now) => (now === "searching" ? { latitude, longitude } : now)),
      () => setState((now) => (now === "searching" ? "failed" : now)),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  };
  const said = { off: "", searching: words.searching, failed: words.failed };
  return (
    <div className="rounded-card border border-line bg-raised p-4">
      <label className="flex min-h-11 items-start gap-3">
        <input
          type="checkbox"
          checked={state !== "off" && state !== "failed"}
          onChange={(event) => toggle(event.currentTarget.checked)}
          aria-describedby={`${id}-help`}
          className="mt-0.5 size-6 shrink-0 accent-accent"
        />
        <span>
          <span className="block font-medium">{words.label}</span>
          <span id={`${id}-help`} className="block text-sm text-ink-muted">
            {words.help}
          </span>
        </span>
      </label>
      <p role="status" className="text-sm font-medium empty:hidden">
        {typeof state === "string" ? said[state] : words.found}
      </p>
      {typeof state === "string" ? null : (
        <>
          <input type="hidden" name="latitude" value={state.latitude} />
          <input type="hidden" name="longitude" value={state.longitude} />
        </>
      )}
    </div>
  );
}
