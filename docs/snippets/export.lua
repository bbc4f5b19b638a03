-- Clears two calls with one request.
exports['sonorancad-remove911']:clear911({ 101, 102 }, function(result)
    for _, callId in ipairs(result.cleared) do
        print('Cleared: ' .. callId)
    end
    for _, failure in ipairs(result.failed) do
        print('Not cleared: ' .. tostring(failure.callId) .. ', ' .. failure.code)
    end
end)
