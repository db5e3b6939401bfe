import { Store } from "../../store.js";
import type { Alarm } from "../../live/alarms.js";

/** Tones of each sound: hertz, and seconds from its beginning. The two differ in pitch, in number and in direction. */
const TONES: Readonly<Record<Alarm["kind"], readonly (readonly [hertz: number, at: number])[]>> = {
  LAPSED: [
    [784, 0],
    [587, 0.22],
    [784, 0.6],
    [587, 0.82],
  ],
  HIGH: [
    [587, 0],
    [784, 0.16],
    [988, 0.32],
  ],
};
const LENGTH = 0.18;
const LOUD = 0.25;

/** The wall's two sounds. A browser lets a page sound only once somebody has pressed something in it. */
export class Sounds {
  /** Whether the browser keeps the page silent. */
  readonly isBlocked = new Store(false);
  private context: AudioContext | null = null;

  /** Takes a press as the permission to sound. */
  readonly unlock = (): void => {
    const context = this.opened();
    if (context?.state === "suspended") void context.resume();
  };

  play(kind: Alarm["kind"]): void {
    const context = this.opened();
    if (!context) return;
    this.isBlocked.set(context.state !== "running");
    if (context.state !== "running") return;
    for (const [hertz, at] of TONES[kind]) tone(context, hertz, context.currentTime + at);
  }

  private opened(): AudioContext | null {
    if (this.context || typeof AudioContext === "undefined") return this.context;
    const context = new AudioContext();
    context.addEventListener("statechange", () => this.isBlocked.set(context.state !== "running"));
    return (this.context = context);
  }
}

function tone(context: AudioContext, hertz: number, at: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.type = "triangle";
  oscillator.frequency.value = hertz;
  // Without a click at either end.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUD, at + 0.02);
  volume.gain.linearRampToValueAtTime(0, at + LENGTH);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + LENGTH);
}

/** One for the page: what was unlocked stays so when somebody leaves the wall and comes back. */
export const sounds = new Sounds();
