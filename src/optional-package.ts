import { Misconfigured } from './faults.ts';

/** Loads a package that only some feeds or sinks need. @throws {Misconfigured} `config.package-missing` with the line that installs it */
export async function optionalPackage<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_MODULE_NOT_FOUND')) throw thrown;
    throw new Misconfigured('config.package-missing', { message: `The package ${name} is not installed`, hint: `npm install ${name}` });
  }
}
