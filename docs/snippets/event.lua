-- Clears call 101. The callback is called once, with one table.
TriggerEvent('sonorancad-remove911:clear', 101, function(result)
    if result.ok then
        print('Call 101 is cleared.')
    else
        print('Call 101 is not cleared: ' .. result.failed[1].message)
    end
end)
