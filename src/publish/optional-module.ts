import { Misconfigured } from '../faults.ts';

/** Loads what only one sink needs. @throws {Misconfigured} `config.sink-module` where it is not installed */
export async function optionalModule<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw thrown;
    throw new Misconfigured('config.sink-module', {
      message: `This sink needs the package ${name}`,
      hint: `Install it: npm install ${name}`,
    });
  }
}
