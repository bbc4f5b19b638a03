const status = exports['sonorancad-remove911'].status();
if (!status.configured) {
    console.log(`911 calls cannot be cleared: ${status.problem}`);
} else if (status.circuitOpen) {
    console.log(`Sonoran CAD is down; waiting removals: ${status.waiting}`);
} else {
    console.log('911 calls can be cleared.');
}
