local status = exports['sonorancad-remove911']:status()
if not status.configured then
    print('911 calls cannot be cleared: ' .. status.problem)
elseif status.circuitOpen then
    print('Sonoran CAD is down; waiting removals: ' .. status.waiting)
else
    print('911 calls can be cleared.')
end
