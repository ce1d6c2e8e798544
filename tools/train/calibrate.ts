/** Scores of one decision and which of them was right; from the calibration documents. */
export interface Judged {
  readonly scores: Float32Array;
  readonly right: number;
}

const TRIES = Array.from({ length: 41 }, (_, i) => 0.6 * 1.03 ** i);

/** The temperature under which the softmax of the scores is likeliest right. */
export function temperatureOf(judged: readonly Judged[]): number {
  return best((temperature) => {
    let loss = 0;
    for (const { scores, right } of judged) {
      let sum = 0;
      for (const score of scores) sum += Math.exp((score - scores[right]) / temperature);
      loss += Math.log(sum);
    }
    return loss;
  });
}

function best(lossAt: (temperature: number) => number): number {
  return TRIES.reduce((a, b) => (lossAt(b) < lossAt(a) ? b : a));
}
