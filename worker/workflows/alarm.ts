import { CancellationScope, sleep } from '@temporalio/workflow';

/**
 * The one lazy alarm of a run. An earlier instant replaces the timer; a later one, or none, leaves it
 * standing: a timer is paid for when it starts, and an alarm without reason does nothing.
 */
export class Alarm {
  /** The instant that was asked for last. */
  wakeAt: number | undefined;
  #fired = false;
  #timer: { at: number; scope: CancellationScope } | undefined;

  get fired(): boolean {
    return this.#fired;
  }

  arm(at: number | undefined): void {
    this.wakeAt = at;
    if (at === undefined || (this.#timer && this.#timer.at <= at)) return;
    this.#timer?.scope.cancel();
    this.#timer = undefined;
    if (at <= Date.now()) this.#fired = true;
    else this.#start(at);
  }

  /** True once for each time it fired. */
  take(): boolean {
    const fired = this.#fired;
    this.#fired = false;
    return fired;
  }

  #start(at: number): void {
    const timer = { at, scope: new CancellationScope() };
    this.#timer = timer;
    timer.scope
      .run(() => sleep(at - Date.now()))
      .then(
        () => this.#ring(timer),
        () => {}, // replaced by an earlier one
      );
  }

  #ring(timer: object): void {
    if (this.#timer !== timer) return;
    this.#timer = undefined;
    this.#fired = true;
  }
}
