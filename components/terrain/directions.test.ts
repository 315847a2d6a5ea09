import { describe, expect, it } from "vitest";
import { directionsHref, geoHref, telHref } from "./directions";

const place = {
  voie: "12 rue des Lilas",
  complement: "",
  code_postal: "75020",
  commune: "Paris",
  latitude: 48.87,
  longitude: 2.4,
};
const unknown = { ...place, latitude: null, longitude: null };

describe("the way to a visit", () => {
  it("opens the phone's map on the point, under the client's name", () => {
    expect(geoHref(place, "Louise Petit")).toBe("geo:48.87,2.4?q=48.87,2.4(Louise%20Petit)");
  });

  it("searches the address when the point is not known", () => {
    expect(geoHref(unknown, "Louise Petit")).toBe("geo:0,0?q=12%20rue%20des%20Lilas%2075020%20Paris");
    expect(directionsHref(unknown)).toContain("search?query=12%20rue%20des%20Lilas");
  });

  it("has a page for devices without a map app", () => {
    expect(directionsHref(place)).toBe("https://www.openstreetmap.org/directions?to=48.87%2C2.4");
  });
});

it("dials the number without its spaces", () => {
  expect(telHref("+33 6 39 98 02 14")).toBe("tel:+33639980214");
});
