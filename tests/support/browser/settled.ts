import type { Page } from 'playwright';

/**
 * Waits until the page is laid out for its present size and colours: a change of either is drawn in the next frames, and begins
 * transitions even where motion is reduced to almost none.
 */
export function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await document.fonts.ready;
    for (let frames = 0; frames < 3; frames++) await frame();
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    await frame();
  });
}
