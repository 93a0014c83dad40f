/** How long a model may take and how much it is given. Tests pass shorter ones. */
export interface ModelLimits {
  firstTokenMs: number;
  silenceMs: number;
  usageWaitMs: number;
  retryPauseMs: number;
  retryPauseMaxMs: number;
  maxOutputTokens: number;
  maxRounds: number;
  stepMs: number;
}

export const MODEL_LIMITS: ModelLimits = {
  firstTokenMs: 15_000, // a visitor who sees nothing for longer has left; slow models start within ten
  silenceMs: 30_000, // twice the longest pause inside an answer that reasoning models are known for
  usageWaitMs: 2_000, // an answer cut for its length is nearly over by then; its visitor waits meanwhile
  retryPauseMs: 300, // lets a restarting connection settle, is hardly felt
  retryPauseMaxMs: 2_000, // a provider that asks for more is given up in favour of the guided assistant
  maxOutputTokens: 1_500, // an answer takes 200; the rest is room for a reasoning model's thoughts
  stepMs: 80, // twelve steps a second look like writing; each one costs everybody behind it
  maxRounds: 4, // look up, correct a wrong call, save details, answer
};

export const SYSTEM_BYTES_MAX = 12_000; // a price list of forty services fits
export const HISTORY_BYTES_MAX = 8_000; // the last twenty turns or so
