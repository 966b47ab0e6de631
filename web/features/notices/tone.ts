let audio: AudioContext | undefined;

/** Two short notes, a fifth apart. Before the first press in the page a browser plays nothing: then it stays silent. */
export async function playTone(): Promise<void> {
  audio ??= new AudioContext();
  if (audio.state !== 'running') await audio.resume();
  const start = audio.currentTime;
  for (const [at, hertz] of [
    [0, 587.33],
    [0.11, 880],
  ] as const) {
    const oscillator = audio.createOscillator();
    const gain = audio.createGain();
    oscillator.type = 'sine';
    oscillator.frequency.value = hertz;
    // A sudden end clicks.
    gain.gain.setValueAtTime(0, start + at);
    gain.gain.linearRampToValueAtTime(0.12, start + at + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + at + 0.28);
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(start + at);
    oscillator.stop(start + at + 0.3);
  }
}
