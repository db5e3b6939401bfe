import type { Violation } from "../../forms/useSubmit.js";
import type { Texts } from "../../texts/texts.js";
import { instantOf } from "./moments.js";
import type { ObjectDraft } from "./objects.js";

/** Finds what cannot be sent because it is not there: the gateway judges whatever can be sent. */
export class Missing {
  readonly faults: Violation[] = [];

  constructor(private readonly says: Texts["report"]["missing"]) {}

  choice(name: string, chosen: string | null): void {
    if (chosen === null) this.add("", name, this.says.choice);
  }

  choices(name: string, chosen: readonly string[]): void {
    if (chosen.length === 0) this.add("F4", name, this.says.choices);
  }

  text(name: string, typed: string): void {
    if (typed.trim() === "") this.add("F1", name, this.says.text);
  }

  /** The instant, RFC 3339; empty where there is none. */
  instant(name: string, typed: string, known: string | null, now: number): string {
    const at = instantOf(typed, known, now);
    if (at === null) this.add("", name, this.says.moment);
    return at ?? "";
  }

  date(name: string, date: string | null): string {
    if (date === null) this.add("", name, this.says.date);
    return date ?? "";
  }

  objects(name: string, objects: readonly ObjectDraft[], typed: string): void {
    if (typed.trim() !== "") this.add("F6", name, this.says.typedObject);
    else if (objects.length === 0) this.add("F4", name, this.says.object);
    for (const [place, { code, description }] of objects.entries())
      if (code === null) this.text(`${name}.${place}.description`, description);
  }

  private add(rule: string, name: string, message: string): void {
    this.faults.push({ rule, path: name.split("."), message });
  }
}
