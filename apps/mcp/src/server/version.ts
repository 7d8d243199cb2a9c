/** The version of this package, as clients see it. A test holds it to the package, the registry entry and the bundle. */
export const version = '0.1.0'
